internal import PolicyModel

enum RuleTeller {
    static func drafts(_ old: RuleSet, _ new: RuleSet, language: String?) -> [Draft] { [] }
}

enum RuleMerging {
    static func merged(rules: [Draft], prose: [Draft]) -> [Draft] { rules + prose }
    static func mismatches(_ old: PolicyContent, _ new: PolicyContent, _ drafts: [Draft]) -> [Finding] { [] }
}
