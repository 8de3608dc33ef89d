import PolicyModel
import PolicyQueries

/// The form that people read on a terminal: short, most important first, without anything that a terminal would act on.
package enum TextForm {
    /// A policy's title, with its id where that is another.
    static func title(_ policy: PolicyName) -> StyledText {
        var title = StyledText(policy.title, .strong)
        if policy.title != policy.id.text { title.append(" · \(policy.id)", .quiet) }
        return title
    }
}
