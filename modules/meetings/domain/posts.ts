/** Names of posts as people read them. */
const names: Readonly<Record<string, { zh: string; en: string }>> = {
  secretary: { zh: '书记', en: 'secretaries' },
  deputy_secretary: { zh: '副书记', en: 'deputy secretaries' },
  director: { zh: '主任', en: 'directors' },
  deputy_director: { zh: '副主任', en: 'deputy directors' },
  social_worker: { zh: '社工', en: 'social workers' },
};

export const sayPosts = (posts: readonly string[]): { zh: string; en: string } => ({
  zh: posts.map((post) => names[post]?.zh ?? post).join('、'),
  en: posts.map((post) => names[post]?.en ?? post).join(', '),
});
