/** What runs in a process of its own beside the benchmark: callers over HTTP, the bare floors, and readers of event streams. */
package nl.idcontact.telephony.app.bench.worker;
