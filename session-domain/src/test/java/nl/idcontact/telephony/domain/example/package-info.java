/** The examples of the documentation, compiled and run. */
package nl.idcontact.telephony.domain.example;
