/** What whoever opens the address in a browser finds while the screens are not built. */
export const UNBUILT_PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>一户</title>
<h1>一户</h1>
<p>到户到人项目管理：从拟定方案到最后一笔拨付，每一步由谁、依据哪条规定、凭哪份文书作出，事后都可查证。</p>
<p>这里只有服务接口（<a href="/api/docs">接口说明</a>），界面还没有生成。请运行 <code>npm run build</code>，再重新启动。</p>
<p lang="en">Only the API is here; the screens are not built. Run <code>npm run build</code> and start again.</p>
</html>
`;
