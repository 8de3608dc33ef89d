import ArgumentParser
import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering
import PolicyStore

/// `policyhistory notice POLICY`: writes a notice of one version, of two, or of all since a date.
struct NoticeWrite: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: "Write the notice of a version, of two versions, or of all that changed since a date.",
        discussion: """
            Without a version the newest one is told against the one before it. Where people have edited the notice of \
            that version (notices/LABEL.md), their words are told. With --since every word is a policy; without one all \
            policies are told. The forms atom and json-feed hold all notices of the policies named, or of the repository, in \
            the words that were approved.
            """)

    @Argument(
        help: "The policy and a version of it, or two: labels, dates or git revisions.",
        completion: PolicyCompletion.ids)
    var words: [String] = []

    @Option(help: ArgumentHelp("Tell what changed since then, net.", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("With --since: the end of the time to look at.", valueName: "date"))
    var until: String?

    @Option(help: ArgumentHelp("Tell the newest version of a further policy in the same notice.", valueName: "policy"))
    var also: [String] = []

    @Flag(help: "Tell what is generated, not what people made of it in notices/LABEL.md.")
    var generated = false

    @OptionGroup(title: "Notice") var notice: NoticeReaderOptions
    @OptionGroup(title: "Notice") var form: NoticeFormOptions
    @OptionGroup(title: "Time") var time: TimeOptions
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    mutating func validate() throws {
        if since == nil {
            if try NoticeForm(output.format).isFeed { return }
            if words.isEmpty { throw ValidationError("Name a policy, or say --since with a date.") }
            if words.count > 3 { throw ValidationError("Name a policy and at most two versions of it.") }
            if until != nil { throw ValidationError("--until goes with --since.") }
        } else if !also.isEmpty {
            throw ValidationError("With --since the policies are named as they are: leave --also out.")
        }
    }

    static let forms = NoticeForm.formats

    func answer(in composition: Composition) throws -> Answer {
        let source = try composition.policies(repository)
        let chronicle = composition.chronicle(of: source)
        let (stationery, findings) = try form.stationery(source)
        if since == nil, try NoticeForm(output.format).isFeed {
            let announced = AnnouncedNotices(
                source: source, chronicle: chronicle, options: notice.options(chronicle))
            let feed = try announced.feed(
                of: chronicle.announcements(policies: words, knownAt: time.known(now: chronicle.now)),
                isWhole: words.isEmpty)
            return try Answer(feed, as: output.format, stationery, findings: findings)
        }
        let notice = try makeNotice(chronicle, source)
        var answer = try Answer(notice, as: output.format, stationery) { try chronicle.texts(of: notice) }
        answer.findings += findings
        return answer
    }

    private func makeNotice(_ chronicle: Chronicle, _ source: GitPolicySource) throws -> Notice {
        if let since {
            let answer = try chronicle.since(
                DateArgument.read(since, now: chronicle.now),
                until: until.map { try DateArgument.read($0, now: chronicle.now) }, policies: words, axis: time.axis,
                knownAt: time.known(now: chronicle.now))
            let changed = answer.policies.filter { !$0.comparison.changes.isEmpty }
            let options = try notice.options(chronicle).with(
                contentsOf: changed.map { NoticeTexts(policy: $0.policy, from: $0.from, to: $0.to) }, in: source)
            return try Notice(of: answer, options)
        }
        let difference: Difference
        if words.count == 3 {
            difference = try chronicle.diff(
                policy: words[0], from: words[1], to: words[2], axis: time.axis,
                knownAt: time.known(now: chronicle.now))
        } else {
            difference = try chronicle.announced(
                policy: words[0], to: words.dropFirst().first, axis: time.axis, knownAt: time.known(now: chronicle.now))
        }
        let options = notice.options(chronicle)
        if !also.isEmpty {
            let all = [difference] + (try also.map { try chronicle.announced(policy: $0, to: nil) })
            return try Notice(of: all, options.with(textsOf: all, in: source))
        }
        guard !generated, words.count < 3, let file = try EditedNotice(of: difference, options, in: source) else {
            return try Notice(of: [difference], options.with(textsOf: [difference], in: source))
        }
        return try file.applied(to: difference, options, chronicle, in: source)
    }
}
