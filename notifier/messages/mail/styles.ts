/** Colours of KRDS, light; the sheet turns them where a reader's device is dark and the mail program takes sheets. */
const letters = "font-family:system-ui,-apple-system,'Apple SD Gothic Neo','Noto Sans KR','Malgun Gothic',sans-serif";
const wrap = 'word-break:keep-all;overflow-wrap:anywhere';

export const styles = {
  sheet: `
:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.ground{background:#131416!important}
.strong{color:#ffffff!important}
.text{color:#e6e8ea!important}
.quiet{color:#b1b8be!important}
.link{color:#b1cefb!important}
.line{border-color:#464c53!important}
}
`,
  body: `margin:0;padding:0;background:#ffffff;${letters}`,
  ground: 'width:100%;border-collapse:collapse;background:#ffffff',
  edge: 'padding:24px 20px',
  column: `width:100%;max-width:560px;margin:0 auto;border-collapse:collapse;text-align:left;${letters};${wrap}`,
  name: 'margin:0 0 12px;font-size:15px;line-height:1.5;font-weight:700;color:#464c53',
  heading: 'margin:0 0 16px;font-size:22px;line-height:1.4;font-weight:700;color:#1e2124',
  text: 'margin:0 0 16px;font-size:17px;line-height:1.6;color:#1e2124',
  buttonLine: 'margin:24px 0',
  button:
    'display:inline-block;padding:13px 24px;border-radius:6px;background:#0b50d0;color:#ffffff;font-size:17px;line-height:1.4;font-weight:700;text-decoration:none',
  newsTitle: 'margin:12px 0 0;font-size:17px;line-height:1.5;font-weight:700',
  newsLine: 'margin:0 0 4px;font-size:17px;line-height:1.6;color:#1e2124',
  facts: 'width:100%;margin:0 0 16px;border-collapse:collapse;font-size:17px;line-height:1.6;color:#1e2124',
  factName: 'width:112px;padding:4px 12px 4px 0;text-align:left;vertical-align:top;font-weight:400;color:#464c53',
  factValue: 'padding:4px 0;vertical-align:top',
  end: 'width:100%;margin:32px 0 0;border-collapse:collapse;border-top:1px solid #cdd1d5',
  endCell: 'padding:16px 0 0',
  small: 'margin:0 0 12px;font-size:15px;line-height:1.6;color:#464c53',
  /** As high as a finger needs: 44 px. */
  link: 'display:inline-block;padding:10px 0;color:#0b50d0;text-decoration:underline',
};
