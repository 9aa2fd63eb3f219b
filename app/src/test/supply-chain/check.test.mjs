import assert from 'node:assert/strict';
import { test } from 'node:test';
import { affecting } from './advisories.mjs';
import { isFine } from './licences.mjs';

const record = {
  id: 'EXAMPLE-1',
  affected: [
    {
      package: { ecosystem: 'Maven', name: 'org.example:library' },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1.2.10' }, { introduced: '2.0' }, { last_affected: '2.3' }] }],
      versions: ['3.0-special'],
    },
  ],
};

const hit = (version, name = 'org.example:library', ecosystem = 'Maven') =>
  affecting({ ecosystem, name, version }, [record]).length === 1;

test('versions inside the ranges or the list are affected', () => {
  for (const version of ['1.2.9', '1.2.10-rc1', '0.1', '2.0', '2.0.0.Final', '2.3', '3.0-special']) {
    assert.ok(hit(version), version);
  }
});

test('others are not', () => {
  for (const version of ['1.2.10', '1.9', '2.3.1', '3.0', '10.0']) {
    assert.ok(!hit(version), version);
  }
  assert.ok(!hit('1.0', 'org.example:other'));
  assert.ok(!hit('1.0', 'org.example:library', 'npm'));
});

test('of licences to choose from one must be fine, of several all', () => {
  assert.ok(isFine('MIT'));
  assert.ok(isFine('(MIT AND Zlib)'));
  assert.ok(isFine('GPL-2.0-only OR Apache-2.0'));
  assert.ok(!isFine('(MIT AND GPL-3.0-only)'));
  assert.ok(!isFine('SSPL-1.0'));
  assert.ok(!isFine(''));
});
