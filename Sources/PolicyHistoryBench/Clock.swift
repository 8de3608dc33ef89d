import Foundation

/// The time that this process has computed, in milliseconds: what other processes do on the machine does not count.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

/// A number with so many digits behind the point, in a column of so many characters.
func column(_ value: Double, _ digits: Int = 1, width: Int = 10) -> String {
    let text = String(format: "%.\(digits)f", value)
    return String(repeating: " ", count: max(0, width - text.count)) + text
}
