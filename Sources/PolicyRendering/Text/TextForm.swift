/// The form that people read on a terminal: short, most important first, without anything that a terminal would act on.
package enum TextForm {}
