import type { ThemeConfig } from 'antd';

/** The desk's tokens; they are those of `shared/tokens.css`. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f5fbf',
    colorText: '#1b2430',
    colorTextSecondary: '#4c5868',
    colorTextTertiary: '#5f6b7b',
    colorTextPlaceholder: '#5f6b7b',
    colorBgLayout: '#eff2f5',
    colorBorder: '#8a94a3',
    colorBorderSecondary: '#dde2e9',
    colorSuccess: '#1a7341',
    colorWarning: '#9a5200',
    colorError: '#b8262b',
    fontFamily: 'var(--font)',
    fontSize: 14,
    controlHeight: 32,
    borderRadius: 6,
  },
};
