import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { applyStylesheet, loadSettings, type Settings } from './settings';

type Loaded = { readonly settled: boolean; readonly settings: Settings | undefined };

const AGAIN_AFTER = 10_000;
const Context = createContext<Loaded>({ settled: false, settings: undefined });

/** Loads the settings once, and goes on trying if they could not be had; meanwhile the page does without. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const [loaded, setLoaded] = useState<Loaded>({ settled: false, settings: undefined });
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async () => {
      const settings = await loadSettings();
      if (gone) return;
      applyStylesheet(settings);
      setLoaded({ settled: true, settings });
      if (!settings) timer = setTimeout(load, AGAIN_AFTER);
    };
    void load();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return <Context value={loaded}>{children}</Context>;
}

export const useSettings = (): Loaded => use(Context);
