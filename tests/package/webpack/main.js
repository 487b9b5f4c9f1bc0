import "summary-card";
