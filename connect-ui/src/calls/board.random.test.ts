import { describe, expect, it } from 'vitest';
import { EMPTY, shown, withContacts, withViewed } from './board';
import type { Contact, Phase } from './contact';

/** mulberry32: small, and the same everywhere. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const NEXT: Record<Phase, readonly Phase[]> = {
  ringing: ['ringing', 'talking', 'failed', 'ended'],
  talking: ['talking', 'on-hold', 'ended', 'failed'],
  'on-hold': ['on-hold', 'talking', 'ended'],
  ended: ['ended'],
  failed: ['failed'],
};

/** An agent's contacts as they come and go by chance; what happened to each is kept, to judge the page by. */
class World {
  contacts: Contact[] = [];
  viewed = '';
  readonly talkedTo = new Set<string>();
  private count = 0;

  constructor(private readonly random: (below: number) => number) {}

  /** Lets something happen, and answers what the softphone tells of it. */
  step(): 'contacts' | 'viewed' {
    if (this.random(7) < 2) {
      this.look();
      return 'viewed';
    }
    this.pick([this.arrive, this.change, this.change, this.change, this.clear]).call(this);
    return 'contacts';
  }

  private arrive(): void {
    const contactId = `c-${++this.count}`;
    const transferred = this.random(4) === 0;
    const token = this.random(3) === 0 ? null : `token-${contactId}`;
    const sessionId = transferred ? `first-${contactId}` : contactId;
    this.contacts = [...this.contacts, { contactId, sessionId, byPhone: this.random(5) > 0, phase: 'ringing', token }];
  }

  private change(): void {
    if (this.contacts.length === 0) return;
    const chosen = this.pick(this.contacts);
    const phase = this.pick(NEXT[chosen.phase]);
    if (phase === 'talking') this.talkedTo.add(chosen.contactId);
    const token = chosen.token ?? (this.random(3) === 0 ? `token-${chosen.contactId}` : null);
    this.contacts = this.contacts.map((contact) => (contact === chosen ? { ...chosen, phase, token } : contact));
  }

  private clear(): void {
    if (this.contacts.length === 0) return;
    const chosen = this.pick(this.contacts);
    this.contacts = this.contacts.filter((contact) => contact !== chosen);
  }

  /** Any contact that ever was, the one that comes next, or none. */
  private look(): void {
    const to = this.random(this.count + 2);
    this.viewed = to === 0 ? '' : `c-${to}`;
  }

  /** Whether in view is a contact that has not come yet. */
  viewsTheFuture(): boolean {
    return Number(this.viewed.slice(2)) > this.count;
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.random(from.length)] as T;
  }
}

function play(seed: number): void {
  const world = new World(chance(seed));
  let board = EMPTY;
  for (let step = 0; step < 60; step++) {
    board = world.step() === 'viewed' ? withViewed(board, world.viewed) : withContacts(board, world.contacts);
    judge(world, shown(board));
  }
}

function judge(world: World, seen: ReturnType<typeof shown>): void {
  const inView = world.contacts.find((contact) => contact.contactId === world.viewed);
  if (inView?.byPhone && world.talkedTo.has(inView.contactId)) {
    expect(seen).toEqual({ kind: 'caller', contact: inView });
  }
  if (seen.kind !== 'caller') return;
  // Exactly what the latest snapshot holds, of a call that was answered, and of no other than the one in view.
  expect(world.contacts).toContainEqual(seen.contact);
  expect(world.talkedTo).toContain(seen.contact.contactId);
  expect(seen.contact.byPhone).toBe(true);
  expect(world.viewsTheFuture()).toBe(false);
  if (inView) expect(seen.contact.contactId).toBe(inView.contactId);
  else expect(world.contacts.filter(({ byPhone }) => byPhone)).toHaveLength(1);
}

describe('contacts that come and go by chance', () => {
  it('never puts one caller beside the call of another', () => {
    const start = Number(process.env.CONNECT_UI_SEED ?? Date.now() % 1_000_000);
    console.info(`Seeds ${start} to ${start + 499}; CONNECT_UI_SEED=${start} plays them again`);
    for (let seed = start; seed < start + 500; seed++) {
      try {
        play(seed);
      } catch (failure) {
        throw new Error(`CONNECT_UI_SEED=${seed}`, { cause: failure });
      }
    }
  });
});
