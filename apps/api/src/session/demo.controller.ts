import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { DemoView } from '@yihu/api-contract';
import { Policy } from '../http/policy';
import { DemoService } from './demo.service';

/** The demo this is. A server where people sign in for themselves has no such route. */
@Controller('api/demo')
@ApiTags('demo')
@Policy('public')
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @Get()
  view(): Promise<DemoView> {
    return this.demo.view();
  }
}
