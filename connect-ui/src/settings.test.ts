import { expect, it } from 'vitest';
import { asSettings } from './settings';

it('takes what the server tells', () => {
  const told = {
    ccpUrl: 'https://example.my.connect.aws/ccp-v2',
    region: 'eu-central-1',
    attributeUi: '../attribute-ui/',
  };
  expect(asSettings(told)).toEqual(told);
});

it('misses what is not there', () => {
  const nothing = { ccpUrl: null, region: null, attributeUi: '../attribute-ui/' };
  for (const told of [{}, null, 'x', { ccpUrl: '', region: 3 }]) expect(asSettings(told)).toEqual(nothing);
});
