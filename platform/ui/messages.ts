import type { Messages } from './pages.ts';

/** Words of the shared components. */
export const messages: Messages = {
  zh: {
    'ui.product': '轻装',
    'ui.back': '返回',
    'ui.open': '查看',
    'ui.loading': '正在读取',
    'ui.failed': '没有成功，请再试一次',
    'ui.retry': '再试一次',
    'ui.busy': '请稍候',
    'ui.cancel': '取消',
    'ui.reason': '原因',
    'ui.usual-reasons': '常用原因',
    'ui.drop': '也可以把文件拖到这里',
    'ui.file-kind': '这个文件不是 {{accept}}，请换一个',
    'ui.file-large': '文件超过 {{limit}} MB，请分开提交',
  },
  en: {
    'ui.product': 'Qingzhuang',
    'ui.back': 'Back',
    'ui.open': 'Show',
    'ui.loading': 'Loading',
    'ui.failed': 'That did not work. Please try again.',
    'ui.retry': 'Try again',
    'ui.busy': 'One moment',
    'ui.cancel': 'Cancel',
    'ui.reason': 'Reason',
    'ui.usual-reasons': 'Usual reasons',
    'ui.drop': 'Or drop the file here',
    'ui.file-kind': 'This file is not {{accept}}. Please choose another.',
    'ui.file-large': 'The file is over {{limit}} MB. Please send it in parts.',
  },
};
