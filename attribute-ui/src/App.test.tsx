import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { App } from './App';

test('shows its name', () => {
  render(<App />);
  expect(screen.getByRole('heading')).toHaveProperty('textContent', 'ID Contact');
});
