package import PolicyModel

/// What readers are sent about a set of changes: every form is made from this one value.
///
/// All texts are in the notice's language and ready to be shown; quotations of policies in them are plain text that the forms
/// escape. Whatever is not known is left out, and stands in `wanted`.
package struct Notice: Hashable, Sendable {
    /// The permanent name: `usage-policy/2026-03-25` for a version, `usage-policy/2025-11-28..2026-03-25` for a stretch,
    /// `since/2026-01-01..2026-07-01` for a digest.
    package let id: String
    /// The language of the notice (BCP 47).
    package let language: String
    /// Who publishes the policies.
    package let publisher: String?
    /// To whom it is addressed.
    package let recipient: Recipient
    /// One line that tells the most important change, verb-led.
    package let headline: String
    /// At most three sentences.
    package let summary: [String]
    /// The summary in the Markdown of people who wrote it; nil where it is text alone.
    package let summaryMarkdown: String?
    /// The most adverse class among its policies.
    package let category: NoticeClass
    /// The policies it tells of, the most important news first.
    package let policies: [PolicyNotice]
    /// What of an earlier notice it changes, where it amends one.
    package let amendment: Amendment?
    /// What holds for the notice as a whole: contact, languages, in the order to show them.
    package let facts: [NoticeFact]
    /// What people wrote into it, to be shown where it says.
    package let additions: [Addition]
    /// What a complete notice would say and nobody has said yet; not for readers.
    package let wanted: [Wanted]
    /// The fixed words of its language that forms put around the texts.
    package let labels: NoticeLabels
    /// SHA-256 over the exact texts, in hexadecimal: two notices with one digest say the same.
    package let digest: String

    /// Makes a notice of finished parts; its digest is computed.
    package init(
        id: String, language: String, publisher: String? = nil, recipient: Recipient = Recipient(),
        summaryMarkdown: String? = nil, headline: String,
        summary: [String], category: NoticeClass, policies: [PolicyNotice], amendment: Amendment? = nil,
        facts: [NoticeFact] = [], additions: [Addition] = [], wanted: [Wanted] = [], labels: NoticeLabels
    ) {
        self.id = id
        self.language = language
        self.publisher = publisher
        self.recipient = recipient
        self.headline = headline
        self.summary = summary
        self.summaryMarkdown = summaryMarkdown
        self.category = category
        self.policies = policies
        self.amendment = amendment
        self.facts = facts
        self.additions = additions
        self.wanted = wanted
        self.labels = labels
        self.digest = NoticeDigest.of(
            id: id, language: language, headline: headline, summary: summary, policies: policies, amendment: amendment,
            facts: facts, additions: additions)
    }

    /// What feeds file it under: its class, and that a policy is new or has ended, where one is or has.
    package var tags: [String] {
        [category.rawValue]
            + PolicyNotice.Event.allCases.filter { event in
                event != .changed && policies.contains { $0.event == event }
            }.map { "\($0.rawValue)-policy" }
    }

    /// The versions it leads to, one a policy that still has one.
    package var versions: [VersionReference] { policies.compactMap(\.to) }
}

/// To whom a notice is addressed.
package struct Recipient: Hashable, Sendable {
    /// Whether somebody knew the old version.
    package enum Reader: String, Hashable, Sendable, CaseIterable {
        /// Agreed to the old version and is told what becomes of it.
        case existing
        /// Meets the policy for the first time.
        case new
    }

    /// Whether they knew the old version.
    package let reader: Reader
    /// The audience whose days are told (`business-users`); nil for everybody.
    package let audience: String?

    /// Makes a recipient; everybody who knew the old version, where nothing is given.
    package init(reader: Reader = .existing, audience: String? = nil) {
        self.reader = reader
        self.audience = audience
    }
}

/// What an amended notice says of the one before it.
package struct Amendment: Hashable, Sendable {
    /// The digest of the notice that it changes, as it was approved.
    package let digest: String
    /// What is different now, in people's words.
    package let explanation: String
    /// The sentence for readers.
    package let sentence: String

    /// Makes an amendment.
    package init(digest: String, explanation: String, sentence: String) {
        self.digest = digest
        self.explanation = explanation
        self.sentence = sentence
    }
}

/// A paragraph that people wrote between the generated parts.
package struct Addition: Hashable, Sendable {
    /// The key of the generated part it stands behind (`summary`, `change:0123456789abcdef`, `fact:leave`).
    package let after: String
    /// The paragraph in Markdown as it was written; forms that do not read Markdown show it as text.
    package let markdown: String

    /// Makes an addition.
    package init(after: String, markdown: String) {
        self.after = after
        self.markdown = markdown
    }
}

/// Something that a complete notice would say, and that nobody has said.
package struct Wanted: Hashable, Sendable {
    /// The policy it is wanted for; nil for the notice as a whole.
    package let policy: PolicyID?
    /// What is wanted.
    package let subject: NoticeSubject
    /// What to write, and where, for the writer of the notice.
    package let question: String

    /// Makes a want.
    package init(policy: PolicyID?, subject: NoticeSubject, question: String) {
        self.policy = policy
        self.subject = subject
        self.question = question
    }
}
