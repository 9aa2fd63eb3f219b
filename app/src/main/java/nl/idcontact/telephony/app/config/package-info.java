/** What the operator configures: read from TOML and environment variables, checked as a whole, handed on as records. */
@NullMarked
package nl.idcontact.telephony.app.config;

import org.jspecify.annotations.NullMarked;
