import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries

/// A notice as a calendar (RFC 5545): the days of effect, and what readers have to do by which day.
enum NoticeCalendar {
    /// Returns the calendar, lines ended by CRLF and folded.
    static func document(_ notice: Notice, _ stationery: Stationery) throws(TemplateError) -> String {
        let description = try stationery.filled(.ics, with: notice, logo: nil)
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//policyhistory//notices//EN", "METHOD:PUBLISH"]
        for event in events(notice) {
            lines += ["BEGIN:VEVENT", "UID:\(Permanence.tag(event.name, stationery.feeds))"]
            lines += event.lines + ["DESCRIPTION:\(escaped(TextNotice.gathered(description)))"]
            // The day takes nobody's time away.
            lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
        }
        lines.append("END:VCALENDAR")
        return lines.map(folded).joined()
    }

    private struct Event {
        let name: String
        let lines: [String]
    }

    private static func events(_ notice: Notice) -> [Event] {
        notice.policies.flatMap { part -> [Event] in
            // DTSTAMP is when the calendar's facts were last as they are, not the present: the same notice makes the same bytes.
            guard let to = part.to else { return [] }
            let stamp = to.recorded
            // A version that was taken back takes its days with it (RFC 5545, 3.8.1.11).
            let isCancelled = part.points.contains { $0.changes.contains { $0.kind == "version-withdrawn" } }
            let link = part.links.first { $0.kind == .new && Address.isSafe($0.url) }.map { "URL:\($0.url)" }
            // Grows with each record of a version, as calendars expect it of an event that moved (RFC 5545, 3.8.7.4).
            let sequence = max(0, stamp.secondsSinceEpoch / 60)
            func event(_ name: String, _ day: CivilDate, _ title: String) -> Event {
                let (start, end) = (digits(day), digits(CivilDate(daysSinceEpoch: day.daysSinceEpoch + 1)))
                let lines = [
                    "DTSTAMP:\(digits(stamp))", "LAST-MODIFIED:\(digits(stamp))", "SEQUENCE:\(sequence)",
                    "DTSTART;VALUE=DATE:\(start)", "DTEND;VALUE=DATE:\(end)",
                    "SUMMARY;LANGUAGE=\(notice.language):\(escaped(onOneLine(title)))",
                ]
                // The same whichever notice tells of it: a digest moves the event of an earlier notice, and makes no second one.
                let status = isCancelled ? "STATUS:CANCELLED" : nil
                return Event(
                    name: "\(name)/\(part.policy.id)/\(to.label)", lines: lines + [status, link].compactMap { $0 })
            }
            let title = onOneLine(part.policy.title)
            let effective = part.effective.compactMap { day -> Event? in
                guard let date = day.day else { return nil }
                let whole = notice.labels.takesEffect.replacing("{title}", with: title)
                return event(
                    "effective" + (day.audience.map { "-\($0)" } ?? ""), date,
                    whole + (day.audience.map { " (\($0))" } ?? ""))
            }
            let deadlines = part.facts.compactMap { fact -> Event? in
                guard fact.subject == .deadline, let day = fact.day else { return nil }
                return event("deadline", day, "\(title)\(notice.labels.colon) \(fact.text)")
            }
            return effective + deadlines
        }
    }

    private static func digits(_ day: CivilDate) -> String { day.description.replacing("-", with: "") }

    private static func digits(_ moment: Instant) -> String {
        let second = Instant(secondsSinceEpoch: moment.secondsSinceEpoch)
        return second.description.replacing("-", with: "").replacing(":", with: "")
    }

    /// A text as a value (RFC 5545, 3.3.11).
    private static func escaped(_ text: String) -> String {
        sanitised(text).replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\n", with: "\\n")
    }

    /// A line in parts of at most 75 bytes, no character parted (RFC 5545, 3.1).
    private static func folded(_ line: String) -> String {
        var output: [UInt8] = []
        var used = 0
        for scalar in line.unicodeScalars {
            let bytes = UTF8.encode(scalar).map { Array($0) } ?? []
            if used + bytes.count > 75 {
                output += [0x0D, 0x0A, 0x20]
                used = 1
            }
            output += bytes
            used += bytes.count
        }
        return String(decoding: output + [0x0D, 0x0A], as: UTF8.self)
    }
}
