/** The name that the library itself gives the window, so that there is never a second one. */
const NAME = 'connect::loginPopup';

/** The window in which the agent logs in to Amazon Connect; its login page lets itself be framed by nobody. */
export class LoginWindow {
  private opened: Window | null = null;

  constructor(private readonly url: string) {}

  /** Opens the window, or brings it to the front. Answers false if the browser has blocked it. */
  open(): boolean {
    if (this.opened && !this.opened.closed) this.opened.focus();
    else this.opened = window.open(this.url, NAME, 'width=480,height=640');
    return this.opened !== null;
  }

  close(): void {
    this.opened?.close();
    this.opened = null;
  }

  /** Whether the agent has closed the window that was opened. */
  wasClosed(): boolean {
    return this.opened?.closed === true;
  }
}
