package nl.idcontact.telephony.postgres;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Steps of one kind, made together. A step that finds the way free is made at once, by itself. Those that come meanwhile wait
 * for it, and then one statement makes them all: one round trip, one commit. So there are batches under load only, and they are as
 * large as the load makes them.
 *
 * <p>A batch knows success alone. Who gets no answer from it makes the step by itself, and learns the reason then.
 *
 * @param <S> a step to make
 * @param <A> what came of it
 */
final class Batches<S, A> {
    private static final int LARGEST = 64;
    /** Who waited longer than that for a database that is away, waited for all: their turn would come too late. In nanoseconds. */
    private static final long BRIEFLY = Duration.ofMillis(250).toNanos();

    private final int largest;
    private final Function<S, ?> name;
    private final BiFunction<S, Moment, A> alone;
    private final BiFunction<List<S>, Moment, ? extends Map<?, A>> together;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * @param name what tells the steps of a batch apart
     * @param alone makes one step
     * @param together makes several in one statement, at the time of the last of them; the answers of those that succeeded, by name
     */
    Batches(
            Function<S, ?> name,
            BiFunction<S, Moment, A> alone,
            BiFunction<List<S>, Moment, ? extends Map<?, A>> together) {
        this(LARGEST, name, alone, together);
    }

    /** The same, but never more than {@code largest} together. */
    Batches(
            int largest,
            Function<S, ?> name,
            BiFunction<S, Moment, A> alone,
            BiFunction<List<S>, Moment, ? extends Map<?, A>> together) {
        this.largest = largest;
        this.name = name;
        this.alone = alone;
        this.together = together;
    }

    /** Makes a step, perhaps with others. */
    A make(S step, Moment at) {
        Turn turn = new Turn(step, at);
        return isFirst(turn) ? turn.lead() : turn.next.join().get();
    }

    /** Whether nobody else is at it; if somebody is, {@code turn} is told what to do next. */
    private synchronized boolean isFirst(Turn turn) {
        if (busy) {
            waiting.add(turn);
            return false;
        }
        busy = true;
        return true;
    }

    /** How many wait for their turn. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized List<Turn> takeWaiting(int most) {
        List<Turn> taken = new ArrayList<>();
        while (taken.size() < most && !waiting.isEmpty()) {
            taken.add(waiting.remove());
        }
        return taken;
    }

    private synchronized void handOn() {
        Turn heir = waiting.poll();
        if (heir == null) {
            busy = false;
        } else {
            heir.next.complete(heir::lead);
        }
    }

    /** Makes the steps of {@code all}, and gives what is next for each. */
    private Function<Turn, Supplier<A>> made(List<Turn> all) {
        List<S> steps = all.stream().map(turn -> turn.step).toList();
        Moment last =
                all.stream().map(turn -> turn.at).max(comparing(Moment::now)).orElseThrow();
        try {
            Map<?, A> answers = together.apply(steps, last);
            // Of steps that have one name, one was made: its answer is given once.
            return turn -> turn.outcome(answers.remove(name.apply(turn.step)));
        } catch (JdbiException refused) {
            // By something in one of the steps, so that none is made.
            return turn -> turn::alone;
        }
    }

    private static <A> Supplier<A> unavailable(StoreUnavailable away) {
        return () -> {
            throw new StoreUnavailable(away);
        };
    }

    /** A step, and what is next for whoever makes it. */
    private final class Turn {
        private final S step;
        private final Moment at;
        private final CompletableFuture<Supplier<A>> next = new CompletableFuture<>();

        Turn(S step, Moment at) {
            this.step = step;
            this.at = at;
        }

        A alone() {
            return alone.apply(step, at);
        }

        A lead() {
            long begin = System.nanoTime();
            Supplier<A> mine;
            try {
                List<Turn> others = takeWaiting(largest - 1);
                if (others.isEmpty()) {
                    return alone();
                }
                mine = makeWith(others);
            } catch (StoreUnavailable away) {
                if (System.nanoTime() - begin > BRIEFLY) {
                    takeWaiting(Integer.MAX_VALUE).forEach(turn -> turn.next.complete(unavailable(away)));
                }
                throw away;
            } finally {
                handOn();
            }
            return mine.get();
        }

        private Supplier<A> makeWith(List<Turn> others) {
            List<Turn> all = new ArrayList<>(others);
            all.add(this);
            Function<Turn, Supplier<A>> outcome = turn -> turn::alone;
            try {
                outcome = made(all);
            } catch (StoreUnavailable away) {
                outcome = turn -> unavailable(away);
                throw away;
            } finally {
                for (Turn other : others) {
                    other.next.complete(outcome.apply(other));
                }
            }
            return outcome.apply(this);
        }

        Supplier<A> outcome(@Nullable A answer) {
            return answer == null ? this::alone : () -> answer;
        }
    }
}
