package nl.idcontact.telephony.app.config;

import java.util.List;

/** What came of reading a configuration. */
public sealed interface Reading {

    /** Worth knowing, but no reason to stop. */
    List<Finding> warnings();

    /** What the case at hand makes of it. */
    <R, X extends Exception> R match(Cases<R, X> cases) throws X;

    /**
     * What to do in each case.
     *
     * @param <R> what comes of it
     * @param <X> what may go wrong
     */
    interface Cases<R, X extends Exception> {
        R accepted(Accepted accepted) throws X;

        R refused(Refused refused) throws X;
    }

    /** The configuration is whole and right. */
    record Accepted(Configuration configuration, List<Finding> warnings) implements Reading {
        @Override
        public <R, X extends Exception> R match(Cases<R, X> cases) throws X {
            return cases.accepted(this);
        }
    }

    /** All that is wrong, at least one thing. */
    record Refused(List<Finding> problems, List<Finding> warnings) implements Reading {
        @Override
        public <R, X extends Exception> R match(Cases<R, X> cases) throws X {
            return cases.refused(this);
        }
    }
}
