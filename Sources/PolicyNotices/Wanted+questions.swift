internal import PolicyModel

extension Wanted {
    /// What to ask the writer of a notice for.
    static func question(_ subject: NoticeSubject) -> String {
        switch subject {
        case .effective: "From which day does it apply? Set `effective` in the front matter of the policy."
        case .why: "Why was it changed? Set `reason` in the front matter of the policy."
        case .affected: "Who is affected?"
        case .notAffected: "Who is not affected?"
        case .act: "What do readers need to do, if anything?"
        case .deadline: "By when?"
        case .silence: "What does it mean to do nothing?"
        case .object: "How can readers object?"
        case .leave: "How can readers leave, and at what cost?"
        case .export: "How can readers take their data with them?"
        default: "What is to be said under \"\(subject.rawValue)\"?"
        }
    }
}
