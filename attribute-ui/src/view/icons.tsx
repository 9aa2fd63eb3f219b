import { Icon } from '@utrecht/component-library-react';
import type { StateName } from '../session/view';

const phone = 'M6.6 3.5 9 8.2 7.3 9.9a13 13 0 0 0 6.8 6.8l1.7-1.7 4.7 2.4v3.1c-9.6.6-17.6-7.4-17-17z';

const drawings: Record<StateName, string> = {
  noCaller: phone,
  connecting: 'M20 12a8 8 0 1 1-2.4-5.7M20.5 3v4.5H16',
  notIdentified:
    'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3-6.5 7-6.5M16.2 16.3a2 2 0 1 1 2.8 1.9c-.6.3-.9.6-.9 1.3M18.1 21.9v.1',
  waiting: 'M6 3h12M6 21h12M7.5 3c0 5 9 5.5 9 9s-9 4-9 9M16.5 3c0 5-9 5.5-9 9s9 4 9 9',
  verified: 'm4.5 12.5 5 5 10-11',
  late: 'M12 3 1.8 20.5h20.4zM12 9.5v5M12 17.4v.2',
  failed: 'm6 6 12 12M18 6 6 18',
  ended: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12h8',
  loggedOut: 'M10 4H5v16h5M10 12h10M16.5 8.5 20 12l-3.5 3.5',
  lost: 'M3 3l18 18M2.5 9.5a14 14 0 0 1 4-2.6M21.5 9.5a14 14 0 0 0-10-3.9M6 13.3a9 9 0 0 1 3.6-2.2M18 13.3a9 9 0 0 0-2-1.5M12 19v.1',
  refused: 'M6 11h12v9.5H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
};

function Drawing({ path }: { path: string }) {
  return (
    <Icon>
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        <path d={path} />
      </svg>
    </Icon>
  );
}

export const StateIcon = ({ state }: { state: StateName }) => <Drawing path={drawings[state]} />;

export const LogoutIcon = () => <Drawing path={drawings.loggedOut} />;

export const CopyIcon = ({ done }: { done: boolean }) => (
  <Drawing path={done ? drawings.verified : 'M9 9h11v12H9zM5 15H4V3h11v2'} />
);

export const EyeIcon = ({ open }: { open: boolean }) => (
  <Drawing
    path={`M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z${open ? '' : 'M4 20 20 4'}`}
  />
);
