import { unstableSetRender } from 'antd-mobile';
import { createRoot } from 'react-dom/client';

/** Tells antd-mobile how React 19 draws; without it a toast or a dialog called by a function stays invisible. */
export function renderFloating(): void {
  unstableSetRender((node, container) => {
    const root = createRoot(container);
    root.render(node);
    return async () => {
      await Promise.resolve();
      root.unmount();
    };
  });
}
