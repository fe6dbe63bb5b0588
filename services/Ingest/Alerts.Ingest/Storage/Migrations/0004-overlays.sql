-- Which shared incidents one overlay completes is asked with each of its revisions.
CREATE INDEX overlay_incident ON overlay (scope, incident);
