import { languageFile, sayYuan } from '@yihu/api-contract';
import type { SeasonReport } from './report';
import type { FactTold, Scene } from './stories/story';
import type { StoryTold } from './stories/tell';

/** So many places of a story are spelled out; the others are counted. */
const SCENES_SHOWN = 3;
const FACTS_SHOWN = 6;

/** A season's figures in the office's words. */
export function reportInWords({
  households,
  events,
  commands,
  stages,
  towns,
  seconds,
}: SeasonReport): string {
  const words = languageFile('zh-CN').stages;
  const endings = Object.entries(stages).filter(([, count]) => count > 0);
  return [
    `${households} 户，${commands} 条命令，${events} 个事件，${seconds.total} 秒` +
      `（HTTP ${seconds.http}，决定 ${seconds.decide}，落盘 ${seconds.commit}，投影 ${seconds.project}）`,
    `结果：${endings.map(([stage, count]) => `${words[stage]} ${count} 户`).join('，')}`,
    ...towns.map(
      ({ name, allottedFen, reservedFen, paidFirstFen, paidSecondFen, rewardFen }) =>
        `${name}：指标 ${sayYuan(allottedFen)}，占用 ${sayYuan(reservedFen)}，第一次拨付 ${sayYuan(paidFirstFen)}，` +
        `第二次拨付 ${sayYuan(paidSecondFen)}，奖励 ${sayYuan(rewardFen)} 元`,
    ),
    '',
  ].join('\n');
}

/** Each story with some of the places where its facts tell it. */
export function storiesInWords(stories: readonly StoryTold[], names: ReadonlyMap<string, string>): string {
  const lines = stories.flatMap(({ name, what, scenes }) => [
    `${name}（${what}）：${scenes.length} 处`,
    ...scenes.slice(0, SCENES_SHOWN).map((scene) => `  ${sceneInWords(scene, names)}`),
    ...(scenes.length > SCENES_SHOWN ? [`  另有 ${scenes.length - SCENES_SHOWN} 处`] : []),
  ]);
  return `${lines.join('\n')}\n`;
}

function sceneInWords(scene: Scene, names: ReadonlyMap<string, string>): string {
  const { town, householdCode, caseIds, facts, figures = {} } = scene;
  const who = householdCode ?? `${caseIds.length} 户`;
  const numbers = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  const shown = facts.slice(0, FACTS_SHOWN).map((each, at) => factInWords(each, facts[at - 1]));
  const others = facts.length > FACTS_SHOWN ? ` …（共 ${facts.length} 个事实）` : '';
  const asides = numbers.length > 0 ? `（${numbers.join('，')}）` : '';
  return `${names.get(town) ?? town} ${who}${asides}：${shown.join(' → ')}${others}`;
}

/** A stream is named where it begins. */
function factInWords({ on, type, stream, revision }: FactTold, before: FactTold | undefined): string {
  return stream === before?.stream ? `${on} ${type} @${revision}` : `${stream} ${on} ${type} @${revision}`;
}
