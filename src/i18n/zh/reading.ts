import type { readingText as english } from '../en/reading.ts';

/** Everything said in Chinese about a file on its way in: what is wrong, where, and what to do. */
export const readingText = {
  'problem.emptyFile': '“{file}”是空的。请重新导出预测，再打开新文件。',
  'problem.headerOnly': '“{file}”只有列名，下面没有数据行。请重新导出预测。',
  'problem.binaryFile': '“{file}”是 {kind} 文件，不是文本。请用生成它的程序打开，另存为 CSV，再打开那个文件。',
  'problem.unclosedQuote': '“{file}”第 {line} 行有一个引号没有在应有的位置闭合。请补上或删掉它。',
  'problem.recordTooLong': '“{file}”第 {line} 行超过 {limit} 个字符，因此它不是一行一条的表格。',
  'problem.noScoreColumn':
    '“{file}”中没有可用作分数的列（现有列：{columns}）。请加上一列，写明模型给每行的数值，例如概率。',
  'problem.oneColumn': '“{file}”只有一列。至少需要两列：真实类别和分数，用逗号、分号、制表符或竖线分隔。',
  'problem.trainingHistory': '“{file}”是训练过程记录，每轮一行。请改为打开预测文件：每个样本一行，含类别和分数。',
  'problem.curvePoints':
    '“{file}”存的是曲线上的点，不是背后的预测。请改为打开预测文件：每个样本一行，含真实类别和分数。',
  'problem.metricsTable': '“{file}”存的是已经算好的指标。请改为打开预测文件：每个样本一行，含真实类别和分数。',
  'problem.noRowsKept': '“{file}”的 {read} 行都无法使用：{reason}。',
  'problem.differentColumns': '“{file}”与“{other}”的列不相同：{missing}。请让它们的表头一致，或加上用于关联的“id”列。',
  'problem.repeatedIds': '无法按“{column}”关联这些文件：“{file}”中的值 {id} 出现在多行里。请每个值只留一行。',
  'problem.noSharedIds': '无法关联这些文件：“{file}”与“{other}”的“{column}”没有任何完全相同的值。',
  'problem.tooManyColumns': '“{file}”有 {count} 列，上限为 {limit} 列。请只保留标签、分数和需要的列。',
  'problem.tooManySplits': '列“{column}”有 {count} 个不同的取值，太多了，不能用作划分（最多 {limit} 个）。请换一列。',
  'problem.unsupportedFormat': '“{file}”里是 {format}，不是表格。请把预测存为 CSV，每个样本一行，再打开。',
  'problem.tooLarge': '“{file}”所需的内存超出了浏览器的限制。请只保留标签、分数和划分列，或减少行数。',
  'problem.tooManyFiles': '一次打开 {count} 个文件太多了（最多 {limit} 个）。请只打开预测文件，或先合并。',
  'problem.folder': '“{file}”是文件夹。请打开其中的文件。',
  'problem.changedFile': '“{file}”在读取时被移动、修改或锁定，或者根本无法读取。请重新选择。',
  'problem.cutOff': '“{file}”在一个字符中间就结束了，没有复制完整。请重新复制或下载。',
  'problem.invalidText': '“{file}”的开头像 {encoding} 文本，但含有不属于它的字节。请另存为 UTF-8 再打开。',
  'problem.brokenGzip': '“{file}”无法完整解压：文件损坏或没有复制完整。请重新复制或下载。',
  'problem.packedTwice': '“{file}”压缩了两次。请先解压一次，再打开得到的文件。',
  'problem.unpacksTooFar': '“{file}”解压后超过原大小的 {limit} 倍，预测表格不会这样。如果你信任它，请先自行解压。',
  'problem.brokenJson': '“{file}”是 JSON，但第 {line} 行有误：“{found}”不该出现在那里。请重新导出。',
  'problem.cutOffJson': '“{file}”是 JSON，但在第 {line} 行提前结束，没有复制完整。请重新复制或下载。',
  'problem.deepJson': '“{file}”第 {line} 行的列表和对象嵌套超过 {limit} 层，因此它不是表格。',
  'problem.noJsonTable': '“{file}”是 JSON，但里面没有预测表格。需要的是每个样本一个对象的列表，或每列一个列表。',
  'problem.unevenJson':
    '“{file}”中的列表长度不一：“{longer}”有 {most} 个值，“{shorter}”有 {least} 个。每个样本在两者中都要有一个值。',
  'problem.tooManyKeys':
    '“{file}”的记录合起来有超过 {count} 个不同的键，因此它不是表格。请只保留标签、分数和需要的内容。',
  'problem.brokenParquet': '“{file}”是 Parquet 文件，但已损坏或没有复制完整。请重新复制或下载。',
  'problem.unsupportedParquet':
    '“{file}”是这里读不了的 Parquet 文件（{detail}）。请用 Snappy 或 Zstandard 压缩重新写出，或存为 CSV。',
  'problem.spreadsheet': '“{file}”是电子表格。请把工作表存为 CSV 再打开，或复制单元格粘贴到这里。',
  'problem.brokenZip': '“{file}”是 zip 文件，但已损坏或没有复制完整。请重新复制或下载。',
  'problem.hugeZip': '“{file}”是大型 zip（zip64），这里读不了。请解压后打开其中的文件。',
  'problem.crowdedZip': '“{file}”是含 {count} 个文件的 zip，上限为 {limit} 个。请解压后只打开预测文件。',
  'problem.encryptedZip': '“{file}”是带密码的 zip。请解压后打开其中的文件。',
  'problem.unsupportedZip': '“{file}”的压缩方式这里读不了（方式 {method}）。请解压后打开其中的文件。',
  'problem.noTableInZip': 'zip 文件“{file}”中没有像表格的文件。请解压后打开预测文件。',
  'problem.differentTables': '“{file}”含有多个列不相同的表格：{names}。请解压后打开其中一个。',
  'problem.needsMoreMemory':
    '“{file}”约有 {rows} 行，需要 {needed} 内存，而本页面在这里最多可用 {available}。请只保留标签、分数和划分列，或减少行数。',
  'problem.tooManyRows': '“{file}”约有 {count} 行，上限为 {limit} 行。请减少行数。',
  'problem.notFound': '本页面旁没有文件“{path}”。请检查地址。',
  'problem.notFetched': '无法从本页面获取“{path}”。请检查网络后重试。',
  'problem.remoteRefused': '连不上 {host}，或者它不允许其他网站读取文件（CORS）。请自行下载 {address}，再在这里打开。',
  'problem.remoteMissing': '{host} 上没有 {address} 这个文件。请检查地址，或询问发链接的人。',
  'problem.remoteForbidden': '{host} 只把 {address} 提供给它认识的人。请在那里自行下载文件，再在这里打开。',
  'problem.remoteFailed': '{host} 没有给出 {address}（状态码 {status}）。请稍后再试，或自行下载文件，再在这里打开。',
  'problem.remoteElsewhere':
    '{host} 把对 {address} 的请求转到了另一个地址，本页面没有跟随。请在新标签页中打开它，下载文件，再在这里打开。',
  'problem.remoteSilent': '{host} 在 {seconds} 秒内没有任何响应。请稍后再试，或自行下载 {address}，再在这里打开。',
  'problem.remoteTooLarge': '{address} 处的文件超过 {limit}，这是从链接打开文件的上限。请自行下载，再在这里打开。',
  'problem.remotePage': '{address} 是网页，不是文件。请在网页上找到文件本身的地址（“raw”、“download”）。',
  'problem.unreadable': '“{file}”无法读取（{detail}）。如果它被移动或修改过，请重新选择。',
  'problem.crashed': '后台进程在处理“{file}”时停止了两次，可能是内存不足。请换一个较小的文件。',

  'finding.scoreOutsideUnit':
    '“{column}”中有 {count} 个分数不在 0 到 1 之间（从 {low} 到 {high}），因此不是概率。阈值用它们自己的刻度。',
  'finding.aucBelowHalf':
    '分数{ofSplit}把两类排反了（AUC {auc}）。现在把它们当作“{scoredLabel}”的分数，实际上可能是“{otherLabel}”的。',
  'finding.hardLabelsOnly': '“{column}”只有两个取值（{values}）：这是已经作出的判定，不是分数。阈值只能照搬它们。',
  'finding.oneClass': '所有行{ofSplit}都是“{label}”，无法评价模型区分两类的能力。',
  'finding.missingValues': '有 {count} 行缺少标签、分数、划分或权重，未计入。',
  'finding.constantScore': '所有分数{ofSplit}都是 {value}，阈值只能全部标记或都不标记。',
  'finding.duplicateIds': '“{column}”中有 {count} 个值重复出现，例如 {example}。每一行都计入。',
  'finding.idsAcrossSplits':
    '“{column}”中有 {count} 个值出现在多个划分里，例如 {example}：在一处学到的，在另一处可能已经知道。',
  'finding.indexColumn': '“{column}”只是行号，已忽略。',
  'finding.scoreEqualsLabel': '“{column}”在每一行都等于标签。请检查是否把真实类别导出成了分数。',
  'finding.topLabelConfidence':
    '“{column}”中没有低于 0.5 的分数：它可能是预测出的那一类的置信度。这里需要的是某一个类别的分数。',
  'finding.fewOfAClass': '只有 {count} 行{ofSplit}是“{label}”。与它有关的数字不太可靠，请留意区间。',
  'finding.manySkipped': '{read} 行中有 {count} 行未计入。原因和位置见读取报告。',
  'finding.negativeWeight': '“{column}”中有 {count} 个权重为负，对应的行未计入。请检查它是不是权重。',
  'finding.guessedNoHeader': '“{file}”似乎没有列名行，因此各列用编号命名，第一行算作数据。',
  'finding.linesAboveTable': '“{file}”表格上方的 {count} 行已忽略，第一行是：“{example}”。',
  'finding.fallbackEncoding': '“{file}”不是有效的 UTF-8，已按 {encoding} 读取。请检查含特殊字符的名称。',
  'finding.decimalCommaColumn': '“{column}”中的数字按逗号小数点读取：0,5 是二分之一。',
  'finding.percentColumn': '“{column}”是百分数。保持原刻度：53 % 读作 53。',
  'finding.thousandsColumn': '“{column}”中的数字带千位分隔符：{example} 读作 {value}。',
  'finding.ambiguousComma':
    '“{column}”中的逗号可能是千位分隔符，也可能是小数点：{example} 读作 {thousands}，但也可能是 {decimal}。',
  'finding.dateCells':
    '“{column}”中有 {count} 个单元格像日期，例如 {example}。电子表格会把 1.5 这样的数字变成日期：请重新导出，不要用电子表格打开。',
  'finding.moneyCells': '“{column}”中有 {count} 个单元格带货币符号，例如 {example}，没有当作数字读取。',
  'finding.numberedClasses': '“{column}”中的类别带编号，是 Weka 的写法：“{example}”读作“{bare}”。',
  'finding.listColumn': '“{column}”的每个单元格含多个值，已拆成 {count} 列，从“{first}”到“{last}”。',
  'finding.unevenLists': '“{column}”中有 {count} 个单元格的值的个数与其他不同，或无法读取，按缺失处理：{example}',
  'finding.besideTable': '“{file}”中表格以外的内容已忽略：{names}。',
  'finding.besideInZip': '“{file}”中的其他内容已忽略：{names}。',
  'finding.joinedFiles': '{files} 已按“{column}”关联：共 {count} 行，每个共有的值一行。关联后的一行只计一次。',
  'finding.oneVersusRest': '“{column}”有两个以上的取值。“{label}”为正类，其余 {count} 个合为负类。',
  'finding.otherCandidates': '“{column}”用作{role}；也可能是 {candidates}。',

  'finding.scoresRoundedDown':
    '分数事先向下取整到 {step} 的倍数。取这些倍数的阈值{ofSplit}是精确的；AUC 最多相差 {rocAuc}，平均精确率最多相差 {averagePrecision}。',
  'finding.percentScores': '“{column}”从 {low} 到 {high}，像百分数。除以 100 就是概率。',
  'finding.classesByPlace':
    '从“{first}”到“{last}”的列只给类别编了号，因此按顺序对应各标签：{classes}。请检查模型是不是这样写出的。',
  'finding.classWithoutColumn':
    '有 {count} 个类别有数据行但没有分数列：{classes}。模型永远不会判为它们，这些行都算判错。',
  'finding.classWithoutRows':
    '有 {count} 个类别有分数，但“{column}”中没有这样标注的行：{classes}。它们的召回率无从得知。',
  'finding.classesAlike': '这些类别只有大小写不同，且各有自己的分数：{classes}。它们按不同的类别处理。',
  'finding.classScoresMissing': '有 {count} 行缺少某个类别的分数，在比较所有类别时不计入。',
  'finding.classLogits': '类别分数从 {low} 到 {high}，像 logit。分数最高的类别不变，但对数损失和成本需要概率。',
  'finding.classSums': '{total} 行中有 {count} 行的类别分数合计不为 1。如果可以同时有多个标签，它们就不是互斥的类别。',
  'finding.labelsWithoutScores': '有 {count} 个标签没有分数列：{labels}。所有数字都不包含它们。',
  'finding.scoresWithoutLabel':
    '有 {count} 个标签有分数，但没有列写明它们在哪些行成立：{labels}。所有数字都不包含它们。',
  'finding.labelsWithoutPositives': '有 {count} 个标签没有任何一行带有：{labels}。它们的召回率无从得知，也不计入平均。',
  'finding.labelScoresOutside':
    '{count} 个标签的分数从 {low} 到 {high}，超出 0 到 1：{labels}。它们仍可用来排序，但所有标签共用一个阈值可能不合适。',
  'finding.labelCellsMissing':
    '有 {count} 行缺少某个标签或其分数。只在该标签中不计入，以及不计入以整个样本为单位的数字。',
  'finding.classColumnsDiffer':
    '从“{first}”到“{last}”的列像是每类一个分数，但共有 {columns} 列，而“{label}”有 {count} 个取值。只使用其中一列。',
  'finding.labelSpellings':
    '“{column}”中同一个值有几种写法：{spellings}。有 {count} 行用的是少见的写法，不计入任何一类。',
  'finding.slightlyOutsideUnit':
    '“{column}”中有 {count} 个分数超出 0 到 1 不到百万分之一，是 32 位取整造成的。已原样保留。',
  'finding.readAsLogits': '“{column}”中的数字像 logit，已用 sigmoid 转为概率。',
  'finding.readAsTwoLogits': '“{column}”和“{other}”像两个类别的 logit，已用 softmax 转为概率。',
  'finding.readAsConfidence':
    '“{column}”是“{predicted}”所写类别的置信度。已转为“{label}”的分数：所写为另一类时取 1 − 分数。',
  'finding.lowScoresMeanPositive':
    '“{column}”的低值对应“{label}”，就像信用评分卡。使用时加上负号：阈值 −600 会标记 600 及以下。',
  'finding.onlyPredictedLabel':
    '“{column}”中没有低于 0.5 的分数。如果“{label}”是模型预测的类别，那么缺少真实类别：请加上这一列。',
  'finding.rankedButNoProbabilities':
    '分数{ofSplit}排序良好（AUC {auc}），但平均为 {mean}，而正例占 {share}，像是训练时用了类别权重：它们不是概率。',
  'finding.recalibrated':
    '重新校准后分数的对数几率：{intercept} + {slope} × 原来的对数几率。它是在“{split}”上拟合的，请用其他行来评估。',
  'finding.recalibrationOneClass': '没有重新校准：“{split}”的行都属于同一类。请在两类都有的划分上拟合。',
  'finding.recalibrationConstant': '没有重新校准：“{split}”的分数全都相同。',
  'finding.recalibrationSeparated': '没有重新校准：“{split}”的分数毫无差错地分开了两类，没有哪条有限的曲线拟合得最好。',
  'finding.recalibrationNoRows': '没有重新校准：没有计入的行属于“{split}”。',
  'finding.weightsCountRows': '“{column}”被当作每种行的行数：合计 {total} 行。区间按这个行数计算。',
  'finding.integerWeights': '“{column}”都是整数。如果它表示每种行的行数，就能给出区间。',
  'finding.evenClasses':
    '正例与负例{ofSplit}恰好一样多：各 {count} 个。如果是抽样抽成这样的，实际使用时精确率和成本会不同。',
  'finding.differentBaseRates':
    '正例占比在“{split}”中为 {share}，在“{other}”中却为 {otherShare}。如果其中一个经过重采样，它的精确率和成本不能照搬。',
  'finding.binsOfScores':
    '{rows} 行中的每一行代表许多“{column}”相同的样本，其中正例数写在“{positives}”列。损失的只有该列的取整部分。',
  'finding.binsOfRanges':
    '{rows} 行中的每一行统计从“{lower}”到“{upper}”的样本，按中点读取。AUC、校准和区间内的阈值都是近似值。',
  'finding.shortenedIds':
    '“{column}”中有 {count} 个单元格的末尾几位在电子表格中丢失了，例如 {example}。请把该列设为文本后重新导出。',

  'skip.tooFewFields': '字段数少于列数',
  'skip.tooManyFields': '字段数多于列数',
  'skip.noRecord': '与其他记录的结构不同',
  'skip.brokenJson': '该行不是有效的 JSON',
  'skip.otherModel': '是另一个模型的分数',
  'skip.outsideSubject': '不在当前查看的分组中',
  'skip.notJoined': '另一个文件中没有此 id 的行',
  'skip.missingLabel': '没有标签',
  'skip.otherLabel': '标签不是所选的两个之一',
  'skip.missingScore': '没有分数',
  'skip.unreadableScore': '分数不是数字',
  'skip.infiniteScore': '分数为无穷大',
  'skip.missingSplit': '没有划分',
  'skip.missingWeight': '没有权重',
  'skip.badWeight': '权重为负或不是数字',
} satisfies Record<keyof typeof english, string>;
