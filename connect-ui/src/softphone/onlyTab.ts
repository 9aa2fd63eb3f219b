const LOCK = 'connect-ui';

/**
 * Resolves as soon as this tab is the only one with a softphone: Amazon Connect plays the sound of a call in one tab
 * only. Calls `elsewhere` if another tab is the one, and then waits until that is closed.
 */
export function onlyTab(elsewhere: () => void): Promise<void> {
  // Browsers offer locks on secure origins only; elsewhere there is no microphone, and so no softphone, either.
  if (!('locks' in navigator)) return Promise.resolve();
  return new Promise((resolve) => {
    const keep = (): Promise<never> => {
      resolve();
      return new Promise(() => {});
    };
    void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
      if (lock) return keep();
      elsewhere();
      void navigator.locks.request(LOCK, keep);
      return undefined;
    });
  });
}
