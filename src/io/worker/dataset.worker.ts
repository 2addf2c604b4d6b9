import './withoutNetwork.ts';
import { limitsOf } from '../read/forecast.ts';
import type { Request } from './messages.ts';
import { createService } from './service.ts';

const { deviceMemory } = navigator as Navigator & { readonly deviceMemory?: number };

const answer = createService((reply, transfer) => self.postMessage(reply, { transfer }), limitsOf(deviceMemory));
self.onmessage = (event: MessageEvent<Request>) => answer(event.data);
