import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  NoticePhotoDto,
  OfficeCommandDto,
  PostingDto,
  PostNoticeDto,
  ReceivePhotosDto,
  type Answer,
} from '@yihu/api-contract';
import { CommandsService } from '../commands/commands.service';
import { Command } from '../http/command';
import { CommandCall, type Call } from '../http/command-call';

@Controller('api/notices')
@ApiTags('notices')
@ApiBearerAuth()
export class NoticeCommandsController {
  constructor(private readonly commands: CommandsService) {}

  @Command('postNotice')
  post(@CommandCall() call: Call, @Body() body: PostNoticeDto): Promise<Answer> {
    return this.commands.executeOn(`${body.year}-${body.unit}-${body.kind}`, call, body);
  }

  @Command('addNoticePhoto')
  addPhoto(@CommandCall() call: Call, @Body() body: NoticePhotoDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('interruptNotice')
  interrupt(@CommandCall() call: Call, @Body() body: PostingDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('completeNotice')
  complete(@CommandCall() call: Call, @Body() body: PostingDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('filePhotos')
  filePhotos(@CommandCall() call: Call, @Body() body: OfficeCommandDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('receivePhotos')
  receivePhotos(@CommandCall() call: Call, @Body() body: ReceivePhotosDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }
}
