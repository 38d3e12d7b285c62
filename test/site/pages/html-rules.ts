import { StaticConfigLoader } from 'html-validate';

/** What every page keeps to. */
export const htmlRules = new StaticConfigLoader({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // A telephone number that is copied keeps its plain hyphens; the style keeps it on one line.
    'tel-non-breaking': 'off',
    // Several places, kinds or moments under one name are a list.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
    // The name of a notice is not ours to shorten.
    'long-title': 'off',
  },
});
