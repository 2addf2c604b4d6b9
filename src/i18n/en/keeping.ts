/** Everything said about what stays on this device: kept files, and the page itself. */
export const keepingText = {
  'keep.section': 'Kept on this device',
  'keep.this': 'Keep this file on this device',
  'keep.these': 'Keep these files on this device',
  'keep.offered':
    'Then it comes back when you reload, with everything you set. It stays in this browser and is never sent; a private window forgets it when closed.',
  'keep.busy': 'Making a copy …',
  'keep.kept': 'It comes back when you reload, with everything you set. Untick to delete the copy.',
  'keep.keptInstead': 'It took the place of {before}, and comes back when you reload. Untick to delete the copy.',
  'keep.other': '{file} ({rows} {rows:row|rows}) is kept on this device.',
  'keep.later': 'A newer version of this page keeps a file on this device.',
  'keep.open': 'Open it',
  'keep.forget': 'Delete the copy',
  'keep.forgotten': 'The copy on this device was deleted.',

  'version.section': 'New version',
  'version.ready': 'A new version of this page is ready.',
  'version.losesFile': 'The open file is not kept on this device, so you would choose it again after reloading.',
  'version.reload': 'Reload',
  'version.later': 'Later',

  'problem.storageFull':
    '{file} could not be kept: it needs {needed}, more than this browser has left for this page. Free some space and try again. What is on screen is not affected.',
  'problem.storageUnavailable':
    'This browser lets the page keep nothing on this device right now ({detail}). Private windows and blocked site data do this. What is on screen is not affected.',
  'problem.fileChanged':
    '{file} could not be kept: it was moved, changed or deleted since it was opened. Choose it again, then keep it. What is on screen is what was read before.',
  'problem.keptByLater':
    'A newer version of this page keeps a file on this device. This version cannot read it and leaves it alone. Reload the page to get the newer version.',
  'problem.keptDamaged':
    'The file that was kept on this device came back damaged and was deleted. Open it from disk again.',
  'problem.sessionDamaged':
    '{file} is back, but the settings kept with it were damaged, so it starts as a new file does.',
  'problem.keptGone': 'The browser has deleted the file that was kept on this device. Open it from disk again.',
  'problem.keptNotOpened':
    '{file} was left twice while it was being opened, so it is not opened by itself this time. Press “Open it” to try again.',
  'problem.keptElsewhere':
    'Another tab of this page now keeps {other} on this device instead of {file}. {file} stays open here, but would not come back after reloading.',
  'problem.forgottenElsewhere':
    'Another tab of this page deleted the copy of {file}. It stays open here, but would not come back after reloading.',
  'problem.settingsElsewhere':
    'Another tab of this page has {file} open with other settings. Nothing changes here; after reloading, the settings changed last come back.',
} as const;
