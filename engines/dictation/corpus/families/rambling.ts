import type { Family } from '../skeleton.ts';

/** Talk as it comes, with fillers, asides and half sentences around what matters. */
export const rambling: Family = {
  name: 'rambling',
  tags: ['fillers'],
  skeletons: [
    [
      'bp',
      '那个，我刚从{resident}家里出来啊，给他量了一下，嗯，上面是{systolic}，下面呢，{diastolic}，心跳我也数了，一分钟{heart_rate}下',
    ],
    [
      'bp',
      '就是{resident}嘛，你晓得的，他那个药啊，说是天天早上吃一粒的，没断，{measured_on@0:今天}量出来{systolic}、{diastolic}，还算可以吧',
      { medication: '规律服药' },
    ],
    [
      'bp',
      '哎呀{resident}真是的，药嘛吃两天停两天，糖测了一下有{glucose}，问她吃过没有，说还没吃早饭呢',
      { medication: '间断服药', glucose_time: '空腹' },
    ],
    [
      'bp',
      '嗯这个，{measured_on}碰上{resident}顺便测的血糖，{glucose}，随便什么时候测的那种',
      { glucose_time: '随机' },
    ],
    [
      'visit',
      '我跟你讲哦，{visit_date}我是跑到{resident}家里去的，人倒是在的，精神头挺足，还跟我说笑',
      { visit_type: '上门', at_home: true, mood: '良好' },
    ],
    [
      'visit',
      '{resident}那边嘛，我打了个电话过去，聊了蛮久，听上去没什么精神，老是叹气，唉，我说{followup_date}再去看看她吧',
      { visit_type: '电话', mood: '低落' },
    ],
    [
      'visit',
      '在菜场门口碰到{resident}了嘛，就站着说了两句，人还行吧不好不坏，他就说希望楼下多装几个充电桩',
      { visit_type: '路遇', mood: '一般', need: '楼下多装几个充电桩' },
    ],
    [
      'elder',
      '然后呢，{resident}，对，就是她，我们几个人上去看了看，身体硬朗得很，饭是自己烧的，煤气我看过了没问题',
      { contact_way: '上门', health: '良好', meal: '自己烧', gas_checked: true },
    ],
    [
      'elder',
      '{contact_date}嘛我是跟{resident}视频的，她说这阵子走路不行了，腿没力气，饭都是女儿端过来的',
      { contact_way: '微信', health: '较差', meal: '子女照料' },
    ],
    [
      'elder',
      '那个{resident}呀，呼叫器到现在也没给装上，我催了好几趟了，{next_visit}我再跑一趟',
      { alarm_installed: false },
    ],
    [
      'hazard',
      '啊对了还有个事，{location}那边，我看到有人从窗口拉了根电线下来充电瓶车，这个很危险的，得让他们{deadline}之前弄掉',
      { hazard_type: '飞线充电', severity: '严重' },
    ],
    [
      'hazard',
      '{found_on}巡查的时候嘛，走到{location}，一看，好家伙，纸板箱堆得满满当当，大概{quantity}处吧，当场就叫他们搬走了',
      { hazard_type: '楼道堆物', rectified: true },
    ],
    [
      'hazard',
      '就那个{location}，墙面上瓷砖都松了，往下掉，问题倒也不算太大，我已经报物业了还没修',
      { hazard_type: '墙面脱落', severity: '一般', rectified: false },
    ],
    [
      'repair',
      '喂，是这样的，{resident}打电话来，说家里卫生间地漏反水，一地都是，急得不得了，我跟他约了{appointment}上门看',
      { repair_type: '下水道堵塞', urgent: true },
    ],
    [
      'repair',
      '{location}这个楼门啊，刷卡刷了没反应，居民都进不去，不过他们说也不是很着急，慢慢来好了',
      { repair_type: '门禁故障', urgent: false },
    ],
    [
      'mediation',
      '{mediated_on@0:今天}么又是调解，{party_a}和楼下的{party_b}，为了晾衣服滴水的事情，讲了半天，最后总算握手言和了',
      { dispute_type: '公共空间', result: '达成协议' },
    ],
    [
      'mediation',
      '{party_a}家养的狗老是叫，{party_b}受不了来找我们，坐下来谈，一共{participants}个人在场，还没个结果，{next_date}再来谈',
      { dispute_type: '宠物', result: '再次调解' },
    ],
    [
      'aid',
      '{resident}来过了，他们家{household_size}口人，一个月收入么就{monthly_income}块钱，想申请低保，材料我看了都带来了',
      { aid_type: '低保', materials_complete: true },
    ],
    [
      'aid',
      '是这样，{resident}生大病花了不少钱，想弄个医疗救助，数目嘛{amount}块，就是病历复印件还差着没拿来',
      { aid_type: '医疗救助', materials_complete: false, missing: '病历复印件' },
    ],
    [
      'volunteer',
      '{date}我们搞了个活动，就是站在路口帮着维持交通秩序的那种，来了{headcount}个志愿者，站了{hours}个钟头，带头的是{leader}',
      { activity: '文明交通' },
    ],
    [
      'health_screen',
      '{resident}嘛，我劝他去做那个老年体检，劝了半天不肯去，说身体好得很不用查',
      { item: '老年体检', status: '不愿意' },
    ],
    [
      'health_screen',
      '嗯{resident}的肺炎疫苗，他这两天有点感冒发烧，医生讲过段时间再打',
      { item: '肺炎疫苗', status: '暂缓' },
    ],
    [
      'rental',
      '{location}这一户我去看了，里面住了{tenant_count}个人，房东是{landlord}，说是一个月收{rent}，身份证我都一个个核过了',
      { id_checked: true },
    ],
    [
      'dog',
      '{resident}家里养了条柯基，蛮可爱的，狗证倒是办了，不过疫苗还没去打',
      { breed: '柯基', licensed: true, vaccinated: false },
    ],
    [
      'party',
      '{start}开的党员大会，就在我们居委会会议室，应该来{expected}个，实际来了{attended}个，开了{duration}分钟差不多',
      { activity: '党员大会', place: '会议室' },
    ],
  ],
};
