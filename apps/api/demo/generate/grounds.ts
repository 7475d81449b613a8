import type { DemoHousehold } from './households';
import type { Activity } from './items';
import type { PlannedWork } from './lines';
import { pick, type Random } from './random';

/** The three grounds of R13, in the words of the people in the room. */
export interface DemoGrounds {
  readonly wish: string;
  readonly circumstances: string;
  readonly items: string;
}

const WISHES: Readonly<Record<Activity, readonly string[]>> = {
  breeding: ['愿意继续养殖，希望扩大一点规模。', '本人有养殖经验，愿意自己喂养自己销售。'],
  planting: ['愿意把自家地种起来，增加收入。', '愿意发展种植，收成后在镇上出售。'],
  equipment: ['愿意添置农具，少请人工。', '愿意改善生产条件，多种多养。'],
  'e-commerce': ['愿意在网上销售自家农产品。'],
  tourism: ['愿意利用自家房屋接待游客。'],
};

const STRENGTHS = ['身体较好，能正常劳动', '平时在家务农', '农忙时有亲属帮忙', '有承包地和圈舍'];

export function groundsOf(
  random: Random,
  { memberCount }: DemoHousehold,
  plan: PlannedWork | undefined,
): DemoGrounds {
  if (!plan) {
    return {
      wish: '今年不发展项目。',
      circumstances: `家庭${memberCount}人，目前无劳动力。`,
      items: '不安排帮扶内容。',
    };
  }
  return {
    wish: pick(random, WISHES[plan.activity]),
    circumstances: `家庭${memberCount}人，${pick(random, STRENGTHS)}。`,
    items: `与本户商定选择${plan.lines.map((line) => line.item).join('、')}。`,
  };
}
