/** Sessions in PostgreSQL; start reading at {@code SessionSql}, which has all of its SQL. */
@NullMarked
package nl.idcontact.telephony.postgres;

import org.jspecify.annotations.NullMarked;
