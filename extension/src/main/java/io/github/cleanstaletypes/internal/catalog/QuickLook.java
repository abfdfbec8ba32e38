package io.github.cleanstaletypes.internal.catalog;

/**
 * What the claimed names lead to, and what others were doing just after that.
 *
 * @param snapshot without what a quick look does not read: damage, standalone types of other names, what only a scan finds
 * @param activity who was creating something
 */
public record QuickLook(CatalogSnapshot snapshot, Activity activity) {}
