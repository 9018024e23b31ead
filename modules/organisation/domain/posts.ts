/** Posts of cadres (职务): the code as stored, the word as the office writes it. */
export const posts = {
  secretary: '书记',
  deputy_secretary: '副书记',
  director: '主任',
  deputy_director: '副主任',
  social_worker: '社工',
  head: '科长',
  clerk: '科员',
} as const;
export type Post = keyof typeof posts;
export const postCodes = Object.keys(posts) as [Post, ...Post[]];

/** What a department is to the convening rules: who may call secretaries, who pools, who decides. */
export const departmentKinds = {
  business: '业务科室',
  self_governance: '自治办',
  party_building: '党建办',
  party_government: '党政办',
} as const;
export type DepartmentKind = keyof typeof departmentKinds;
export const departmentKindCodes = Object.keys(departmentKinds) as [DepartmentKind, ...DepartmentKind[]];
