/** What the types of amazon-connect-streams leave out. */
declare namespace connect {
  interface Core {
    /** Loads the softphone's frame anew, time after time, until it answers. */
    reauthenticateAfterLogout(): void;
  }
}
