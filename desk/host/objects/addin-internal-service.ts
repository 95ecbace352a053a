import type { ClassSpec } from '../class-spec';

/** Where the client announces, once after loading, that it takes ribbon commands. */
export const addinInternalService: ClassSpec<null> = {
  methods: {
    NotifyActionHandlerReady: () => null,
  },
};
