import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Policy } from '../http/policy';

const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>一户</title>
<h1>一户</h1>
<p>到户到人项目管理：从拟定方案到最后一笔拨付，每一步由谁、依据哪条规定、凭哪份文书作出，事后都可查证。</p>
<p>这里是服务接口。<a href="/api/docs">接口说明</a></p>
</html>
`;

/** What whoever opens the address in a browser finds. */
@Controller()
@ApiExcludeController()
@Policy('public')
export class FrontPageController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return PAGE;
  }
}
