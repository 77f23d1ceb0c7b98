import type { RegisteredPoint } from '../../shared/contract/officer/terms.ts';
import { asId } from '../../shared/ids.ts';

const cities = [
  ['演示市', 'Demo City'],
  ['测试市', 'Test City'],
  ['样例市', 'Sample City'],
  ['虚构市', 'Fiction City'],
  ['模拟市', 'Model City'],
  ['试行市', 'Trial City'],
  ['示范市', 'Show City'],
  ['假定市', 'Given City'],
  ['拟真市', 'Likely City'],
  ['练习市', 'Practice City'],
  ['范本市', 'Pattern City'],
  ['预演市', 'Rehearsal City'],
] as const;
const districts = [
  ['东区', 'East'],
  ['西区', 'West'],
  ['南区', 'South'],
  ['北区', 'North'],
] as const;

/** The relying party of all acceptance points of the sandbox. */
export const pointsRp = { id: 'rp_sandbox-points', name: '演示受理点 Demo Acceptance' };

/** The 48 acceptance points of the sandbox: four in each of twelve made-up cities. */
export const pointsSeed: RegisteredPoint[] = cities.flatMap(([city, inEnglish], c) =>
  districts.map(([district, side], d): RegisteredPoint => {
    const number = String(c * districts.length + d + 1).padStart(2, '0');
    return {
      pointId: asId('acp', `acp_point-${number}`),
      rpId: pointsRp.id,
      counterId: `cnt_point-${number}`,
      name: `${city}${district}受理点 ${inEnglish} ${side}`,
      city: `${city} ${inEnglish}`,
      address: `${city}${district}便民路 ${d + 1} 号 ${d + 1} Civic Road, ${inEnglish}`,
      hours: '周一至周六9:00-17:00 Mon-Sat 9:00-17:00',
      phone: `0990-5550${number}`,
    };
  }),
);
