import { HostConfig } from 'adaptivecards';

/** Fluent's tokens as CSS variables: a card follows the theme without being drawn again. */
const v = (token: string): string => `var(--${token})`;
const colour = (token: string, subtle = token): { default: string; subtle: string } => ({ default: v(token), subtle: v(subtle) });

const words = {
  default: colour('colorNeutralForeground1', 'colorNeutralForeground2'), dark: colour('colorNeutralForeground1', 'colorNeutralForeground2'), light: colour('colorNeutralForeground2', 'colorNeutralForeground3'),
  accent: colour('colorBrandForeground1'), good: colour('colorStatusSuccessForeground1'), warning: colour('colorStatusWarningForeground3'), attention: colour('colorStatusDangerForeground1'),
};
const box = (background: string, border: string): object => ({ backgroundColor: v(background), borderColor: v(border), foregroundColors: words });

/** How Teams lays out a card: 14 px text, roomy spacing, buttons in a row that wraps, forms that open below. */
export const cardHostConfig = new HostConfig({
  supportsInteractivity: true,
  fontTypes: {
    default: { fontFamily: v('fontFamilyBase'), fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 }, fontWeights: { lighter: 400, default: 400, bolder: 600 } },
    monospace: { fontFamily: v('fontFamilyMonospace'), fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 }, fontWeights: { lighter: 400, default: 400, bolder: 600 } },
  },
  lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: v('colorNeutralStroke2') },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: box('colorNeutralBackground1', 'colorNeutralStroke2'), emphasis: box('colorNeutralBackground3', 'colorNeutralStroke2'), accent: box('colorBrandBackground2', 'colorBrandStroke2'),
    good: box('colorStatusSuccessBackground1', 'colorStatusSuccessBorder1'), warning: box('colorStatusWarningBackground1', 'colorStatusWarningBorder1'), attention: box('colorStatusDangerBackground1', 'colorStatusDangerBorder1'),
  },
  inputs: { label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention', size: 'default' }, optionalInputs: { weight: 'bolder', size: 'default' } }, errorMessage: { weight: 'default', color: 'attention', size: 'small' } },
  actions: { maxActions: 6, spacing: 'large', buttonSpacing: 8, showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' }, actionsOrientation: 'horizontal', actionAlignment: 'left', allowTitleToWrap: true },
  adaptiveCard: { allowCustomStyle: false },
  factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 160, color: 'default' }, value: { wrap: true, color: 'default' }, spacing: 12 },
  table: { cellSpacing: 8 },
  textBlock: { headingLevel: 3 },
});
