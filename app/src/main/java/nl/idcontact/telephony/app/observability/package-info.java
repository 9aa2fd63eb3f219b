/** What operators and auditors get to see: metrics and the audit trail. */
@NullMarked
package nl.idcontact.telephony.app.observability;

import org.jspecify.annotations.NullMarked;
