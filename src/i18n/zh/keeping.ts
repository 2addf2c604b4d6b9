import type { keepingText as english } from '../en/keeping.ts';

/** Everything said in Chinese about what stays on this device: kept files, and the page itself. */
export const keepingText = {
  'keep.section': '保留在本设备上',
  'keep.this': '把这个文件保留在本设备上',
  'keep.these': '把这些文件保留在本设备上',
  'keep.offered': '重新加载后，文件会连同所有设置一起恢复。它只留在本浏览器中，从不发送；隐私窗口关闭后即清除。',
  'keep.busy': '正在制作副本……',
  'keep.kept': '重新加载后，文件会连同所有设置一起恢复。取消勾选即删除副本。',
  'keep.keptInstead': '它取代了 {before}，重新加载后会恢复。取消勾选即删除副本。',
  'keep.other': '本设备上保留着 {file}（{rows} 行）。',
  'keep.later': '本页面的较新版本在本设备上保留了一个文件。',
  'keep.open': '打开它',
  'keep.forget': '删除副本',
  'keep.forgotten': '本设备上的副本已删除。',

  'version.section': '新版本',
  'version.ready': '本页面有新版本可用。',
  'version.losesFile': '打开的文件没有保留在本设备上，重新加载后需要再次选择。',
  'version.reload': '重新加载',
  'version.later': '以后再说',

  'problem.storageFull':
    '{file} 无法保留：它需要 {needed}，超出了浏览器留给本页面的空间。请腾出空间再试。屏幕上的内容不受影响。',
  'problem.storageUnavailable':
    '浏览器目前不允许本页面在本设备上保留内容（{detail}）。隐私窗口和禁用网站数据会导致这种情况。屏幕上的内容不受影响。',
  'problem.fileChanged':
    '{file} 无法保留：打开之后它被移动、修改或删除了。请重新选择它，再保留。屏幕上仍是之前读到的内容。',
  'problem.keptByLater':
    '本页面的较新版本在本设备上保留了一个文件。当前版本读不了，不会动它。请重新加载页面以获得较新版本。',
  'problem.keptDamaged': '保留在本设备上的文件已损坏，已被删除。请从磁盘重新打开。',
  'problem.sessionDamaged': '{file} 已恢复，但随它保存的设置已损坏，因此按新文件开始。',
  'problem.keptGone': '浏览器删除了保留在本设备上的文件。请从磁盘重新打开。',
  'problem.keptNotOpened': '{file} 在打开过程中被中断了两次，因此这次没有自动打开。点击“打开它”再试一次。',
  'problem.keptElsewhere':
    '本页面的另一个标签页现在保留的是 {other}，取代了 {file}。{file} 在这里仍然打开，但重新加载后不会恢复。',
  'problem.forgottenElsewhere': '本页面的另一个标签页删除了 {file} 的副本。它在这里仍然打开，但重新加载后不会恢复。',
  'problem.settingsElsewhere':
    '本页面的另一个标签页以不同的设置打开了 {file}。这里不受影响；重新加载后，恢复的是最后更改的设置。',
} satisfies Record<keyof typeof english, string>;
