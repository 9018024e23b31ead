/** Known on purpose: the demonstration's people are invented, and no real office has such accounts. */
export const demonstrationPassword = 'qingzhuang';

/** Posts worth a look first, with the user names the demonstration plants. */
export const demonstrationPosts = [
  { username: 'shegong01', zh: '社工', en: 'Social worker' },
  { username: 'zhuren01', zh: '居委主任', en: 'Committee director' },
  { username: 'minzheng', zh: '民政办', en: 'Civil affairs' },
  { username: 'zizhi', zh: '自治办', en: 'Self-governance' },
  { username: 'lingdao', zh: '主要领导', en: 'Main leader' },
  { username: 'huichang', zh: '会场管理员', en: 'Hall operator' },
  { username: 'admin', zh: '系统管理员', en: 'Administrator' },
] as const;
