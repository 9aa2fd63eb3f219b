/** Line drawings of 24 by 24. */
const PATHS = {
  report_move: 'M4 11l8-7 8 7M6 9.500V20h12V9.500M10 20v-6h4v6',
  passport: 'M6 3h12v18H6zM12 8.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6M9 11.500h6M9.500 18h5',
  benefits: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17M15.500 9a4.200 4.200 0 1 0 0 6M7.500 11h5M7.500 13.500h5',
  succeeds: 'M5 12.500l4.500 4.500L19 7.500',
  fails: 'M6.500 6.500l11 11M17.500 6.500l-11 11',
  slow: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17M12 7.500V12l3 2',
  call: 'M7 3.500l2.300 4.700-2 2.200c1.200 2.500 3.300 4.600 5.800 5.800l2.200-2 4.700 2.300v2.300c0 1.400-1.100 2.500-2.500 2.400C9.800 20.700 3.300 14.200 2.800 6c-.1-1.400 1-2.500 2.400-2.500z',
};

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name] ?? PATHS.call);
  svg.append(path);
  return svg;
}
