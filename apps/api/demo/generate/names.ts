const SURNAMES = Array.from(
  '周吴郑冯陈褚蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭',
);
const GIVEN = Array.from(
  '禾穗岚溪松竹梅兰菊荷桂枫桐柏榆槐杏桃李棠茗蕙芷萱蔓芸苓芹菱藻舟帆江河湖汐澜涛泉源峰岭岗岩石砚瑜瑾璋琮晨曦晴霁霞虹雪霜',
);
const VILLAGE_FIRST = Array.from('拾听望枕归晴云知半春霜灯');
const VILLAGE_SECOND = Array.from('禾穗篱畦陌笙砚舟笛蓑黍');

/** Coprime to the number of pairs, so that every index meets another pair and neighbours share no character. */
const PERSON_STRIDE = 1009;
const VILLAGE_STRIDE = 17;

/** A household head's name, unlike any other in the district and marked 演示 in the middle. */
export function householdName(number: number): string {
  const [surname, given] = pairAt(SURNAMES, GIVEN, number * PERSON_STRIDE);
  return `${surname}演示${given}`;
}

/** An officer's name, marked 演示 in front. */
export function officerName(number: number): string {
  const [surname, given] = pairAt(SURNAMES, GIVEN, number * PERSON_STRIDE);
  return `演示${surname}${given}`;
}

export function villageName(index: number): string {
  const [first, second] = pairAt(VILLAGE_FIRST, VILLAGE_SECOND, index * VILLAGE_STRIDE);
  return `${first}${second}村`;
}

function pairAt(
  firsts: readonly string[],
  seconds: readonly string[],
  at: number,
): readonly [string, string] {
  const first = firsts[at % firsts.length];
  const second = seconds[Math.floor(at / firsts.length) % seconds.length];
  if (first === undefined || second === undefined) throw new RangeError(`No name at ${at}.`);
  return [first, second];
}
