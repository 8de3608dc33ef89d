package import PolicyDiff
package import PolicyModel

/// Compares two contents; `compare` of PolicyDiff has this shape, and so has a cache in front of it.
package typealias Comparer = @Sendable (PolicyContent, PolicyContent, ComparisonOptions) -> Comparison

/// Runs a piece of work for each number below `count`, in any order or at once, and returns when all are done.
///
/// `DispatchQueue.concurrentPerform(iterations:execute:)` has this shape. Answers do not depend on the order.
package typealias Performer = @Sendable (_ count: Int, _ work: @Sendable (Int) -> Void) -> Void

/// Answers questions about the policies of a source: what changed since, which version was in force, what versions there are.
///
/// Each question is a method in a file of its own (`Chronicle+since.swift` …); its answer is a value that the renderers print.
/// ```swift
/// let chronicle = Chronicle(source: repository, now: Now(moment), compare: { compare($0, $1, options: $2) })
/// let answer = try chronicle.since(.day(day), policies: ["mistral-usage-policy"])
/// ```
/// All methods throw `QueryError` where the question cannot be asked of this source, and pass on what the source throws.
package struct Chronicle: Sendable {
    /// Where the versions come from.
    package let source: any PolicySource
    /// The present.
    package let now: Now
    /// What comparisons are told beside the texts.
    package let options: ComparisonOptions
    let compare: Comparer
    let cache: (any ComparisonCache)?
    let perform: Performer

    /// Makes a chronicle of a source.
    ///
    /// - Parameters:
    ///   - source: Where the versions come from.
    ///   - now: The present: what "until now" and "upcoming" mean.
    ///   - language: The language of the texts where it is not to be detected.
    ///   - compare: The comparison.
    ///   - cache: What was worked out in earlier runs of the same program, and where to keep what this one works out.
    ///   - perform: How work over many policies is run; one after the other where nothing is given.
    package init(
        source: any PolicySource, now: Now, language: String? = nil, compare: @escaping Comparer,
        cache: (any ComparisonCache)? = nil,
        perform: @escaping Performer = { count, work in for index in 0..<count { work(index) } }
    ) {
        self.source = source
        self.now = now
        self.options = ComparisonOptions(language: language, overrides: source.settings.overrides)
        self.compare = compare
        self.cache = cache
        self.perform = perform
    }

    /// What was noticed in the repository and its settings.
    var findings: [Finding] { source.findings + SignificanceOverride.findings(on: source.settings.overrides) }

    /// The end of a question that names none: the present, with all that was recorded up to now.
    var present: Cut {
        let endOfToday = Cut(endOf: now.today)
        return Cut(lastDay: now.today, lastMoment: max(endOfToday.lastMoment, now.moment))
    }

    func timeline(of history: PolicyHistory, knownAt: When? = nil) throws -> Timeline? {
        try Timeline(history: history, knownAt: knownAt?.end, texts: Texts(self))
    }
}

/// A policy's name for people.
package struct PolicyName: Hashable, Sendable {
    /// The stable id; the newest where it was renamed.
    package let id: PolicyID
    /// The title of its newest version, else the last part of its id.
    package let title: String
    /// The heading that the whole text stands under, where there is one and it is known: no help in telling a place.
    package let heading: String?

    /// Makes a name.
    package init(id: PolicyID, title: String, heading: String? = nil) {
        self.id = id
        self.title = title
        self.heading = heading
    }
}
