import './withoutNetwork.ts';
import type { Request } from './messages.ts';
import { createService } from './service.ts';

const answer = createService((reply, transfer) => self.postMessage(reply, { transfer }));
self.onmessage = (event: MessageEvent<Request>) => answer(event.data);
