// Mantine's theme, with what its defaults lack for contrast and for screen readers.
import { type CSSVariablesResolver, createTheme } from '@mantine/core';

const systemFonts =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Hebrew', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** The list itself is what scrolls (base.css): a part inside it could not be reached by keyboard. */
const plainList = { defaultProps: { withScrollArea: false } };

export const theme = createTheme({
  primaryColor: 'indigo',
  colors: {
    // Greys with a little blue, so that controls and surfaces of the dark scheme belong together.
    dark: [
      '#c9ccd2',
      '#b3b7bf',
      '#8b9099',
      '#626871',
      '#3b4048',
      '#31353c',
      '#2a2e35',
      '#1e2126',
      '#191b20',
      '#121417',
    ],
  },
  // White text on shade 6, the default, is below 4.5:1.
  primaryShade: { light: 8, dark: 8 },
  fontFamily: systemFonts,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  headings: { fontFamily: systemFonts, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Written as plain objects: naming the components here would load them with the first page.
  components: {
    // The header of a dialog would be a second banner landmark.
    Modal: { defaultProps: { attributes: { header: { role: 'presentation' } }, centered: true } },
    Drawer: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
    // What opens has to be part of a landmark, and a menu has only items.
    Popover: { defaultProps: { portalProps: { target: '#main' } } },
    Select: plainList,
    MultiSelect: plainList,
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Tooltip: {
      defaultProps: { events: { hover: true, focus: true, touch: true }, withArrow: true, multiline: true },
    },
  },
});

/** Colours of texts that are too pale by default (dimmed 3.3:1). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#5f666d',
    '--mantine-color-error': '#c92a2a',
  },
  dark: {
    '--mantine-color-dimmed': '#b8b8b8',
    '--mantine-color-placeholder': '#a6a6a6',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': '#91a7ff',
  },
});
