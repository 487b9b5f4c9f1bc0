// The block in the post editor: a form that takes a card file, then the card itself as readers see it, made by the same
// script. What is saved is the card's data and, as the block's content, the card as plain HTML, which stays readable
// where the plugin is gone.

( function ( wp ) {
	const { createElement: el, Fragment, RawHTML, renderToString, useState } = wp.element;
	const { __, sprintf } = wp.i18n;
	const { BlockControls, InspectorControls, useBlockProps } = wp.blockEditor;
	const {
		Button, CheckboxControl, FormFileUpload, Notice, PanelBody, Placeholder, SandBox, SelectControl, TextareaControl,
		TextControl, ToolbarButton, ToolbarGroup,
	} = wp.components;

	const SECTIONS = [
		[ 'summary', __( 'The points in short', 'summary-card' ) ],
		[ 'claims', __( 'The claims', 'summary-card' ) ],
		[ 'stances', __( 'Who stands where', 'summary-card' ) ],
		[ 'comments', __( 'The comments', 'summary-card' ) ],
	];

	const CHOICES = {
		theme: {
			label: __( 'Colours', 'summary-card' ),
			options: [
				{ value: '', label: __( 'As the reader has set', 'summary-card' ) },
				{ value: 'light', label: __( 'Light', 'summary-card' ) },
				{ value: 'dark', label: __( 'Dark', 'summary-card' ) },
			],
		},
		comments: {
			label: __( 'Comments', 'summary-card' ),
			options: [
				{ value: '', label: __( 'Kept in the reader’s own browser', 'summary-card' ) },
				{ value: 'off', label: __( 'None', 'summary-card' ) },
			],
		},
		loading: {
			label: __( 'When the card is loaded', 'summary-card' ),
			options: [
				{ value: '', label: __( 'When it comes near the view', 'summary-card' ) },
				{ value: 'eager', label: __( 'At once', 'summary-card' ) },
				{ value: 'interaction', label: __( 'When the reader touches it', 'summary-card' ) },
			],
		},
	};

	/** The server's answer to a card file: the card as it is to be saved, or an error whose message is for the editor. */
	const check = ( card ) => wp.apiFetch( { path: '/summary-card/v1/plain', method: 'POST', data: { card } } );

	/** A card file from its address, fetched by this browser, as a reader's will. */
	const fetchFile = async ( src ) => {
		const response = await fetch( src );
		if ( response.ok ) return response.text();
		/* translators: 1: an address, 2: a number such as 404. */
		throw new Error( sprintf( __( '%1$s could not be had: the server says %2$d.', 'summary-card' ), src, response.status ) );
	};

	/** The form that takes a card file, by its text, as a file, or by its address. */
	function Source( { attributes, setAttributes, onDone } ) {
		const [ text, setText ] = useState( attributes.card );
		const [ src, setSrc ] = useState( attributes.src );
		const [ problem, setProblem ] = useState( '' );
		const [ isBusy, setIsBusy ] = useState( false );

		const take = async ( isAddress, getText ) => {
			setIsBusy( true );
			try {
				const { card, html } = await check( await getText() );
				setAttributes( isAddress ? { src, card: '', html } : { src: '', card, html } );
				onDone();
			} catch ( error ) {
				setProblem( error.message );
				setIsBusy( false );
			}
		};

		return el( Placeholder, {
			icon: 'index-card',
			label: __( 'Summary card', 'summary-card' ),
			instructions: __( 'Paste the card file of this article, open it, or give its address.', 'summary-card' ),
			isColumnLayout: true,
		},
		problem && el( Notice, { status: 'error', isDismissible: false }, problem ),
		el( TextareaControl, { label: __( 'Card file', 'summary-card' ), value: text, onChange: setText, rows: 6 } ),
		el( 'div', null,
			el( Button, { variant: 'primary', disabled: isBusy || ! text, onClick: () => take( false, () => text ) },
				__( 'Show this card', 'summary-card' ) ),
			' ',
			el( FormFileUpload, {
				variant: 'secondary',
				accept: '.json,application/json',
				onChange: ( { currentTarget } ) => take( false, () => currentTarget.files[ 0 ].text() ),
			}, __( 'Open a card file', 'summary-card' ) ) ),
		el( TextControl, { label: __( 'Address of a card file', 'summary-card' ), type: 'url', value: src, onChange: setSrc } ),
		el( 'div', null,
			el( Button, { variant: 'secondary', disabled: isBusy || ! src, onClick: () => take( true, () => fetchFile( src ) ) },
				__( 'Show the card at this address', 'summary-card' ) ) ) );
	}

	/** The card as on the page, in a frame of its own, so that neither it nor the editor changes the other's looks. */
	function Preview( { attributes, isSelected } ) {
		const { card, src, theme, sections, lang, comments } = attributes;
		const given = Object.entries( { src: card ? '' : src, theme, sections, lang, comments } ).filter( ( [ , value ] ) => value );
		const data = card && `<script type="application/json">${ card.replace( /</g, '\\u003c' ) }</script>`;
		const html = renderToString( el( Fragment, null,
			el( 'script', { type: 'module', src: window.summaryCard.embed } ),
			el( 'summary-card', { ...Object.fromEntries( given ), loading: 'eager', dangerouslySetInnerHTML: { __html: data } } ) ) );
		return el( 'div', { style: { position: 'relative' } },
			el( SandBox, { html, title: __( 'Summary card', 'summary-card' ) } ),
			// A click in a frame would not select the block.
			! isSelected && el( 'div', { style: { position: 'absolute', inset: 0 } } ) );
	}

	/** What is chosen for the card, beside the post. */
	function Settings( { attributes, setAttributes } ) {
		const all = SECTIONS.map( ( [ name ] ) => name );
		const shown = attributes.sections ? attributes.sections.split( ' ' ) : all;
		const show = ( name, isShown ) => {
			const now = all.filter( ( each ) => ( each === name ? isShown : shown.includes( each ) ) );
			setAttributes( { sections: now.length === all.length ? '' : now.join( ' ' ) } );
		};
		return el( PanelBody, { title: __( 'Card', 'summary-card' ) },
			SECTIONS.map( ( [ name, label ] ) => el( CheckboxControl, {
				key: name,
				label,
				checked: shown.includes( name ),
				// A card without any part would show all of them.
				disabled: shown.length === 1 && shown.includes( name ),
				onChange: ( isShown ) => show( name, isShown ),
			} ) ),
			Object.entries( CHOICES ).map( ( [ name, choice ] ) => el( SelectControl, {
				key: name,
				...choice,
				value: attributes[ name ],
				onChange: ( value ) => setAttributes( { [ name ]: value } ),
			} ) ),
			el( TextControl, {
				label: __( 'Language of the card’s own words', 'summary-card' ),
				help: __( 'A language tag such as “es”; empty: that of the page.', 'summary-card' ),
				value: attributes.lang,
				onChange: ( lang ) => setAttributes( { lang } ),
			} ) );
	}

	function edit( props ) {
		const { attributes, isSelected } = props;
		const [ isReplacing, setIsReplacing ] = useState( false );
		const hasCard = Boolean( attributes.card || attributes.src );
		const asksForCard = isReplacing || ! hasCard;
		return el( 'div', useBlockProps(),
			el( InspectorControls, null, el( Settings, props ) ),
			hasCard && el( BlockControls, null, el( ToolbarGroup, null, el( ToolbarButton, {
				isPressed: isReplacing,
				onClick: () => setIsReplacing( ! isReplacing ),
			}, __( 'Replace', 'summary-card' ) ) ) ),
			asksForCard
				? el( Source, { ...props, onDone: () => setIsReplacing( false ) } )
				: el( Preview, { attributes, isSelected } ) );
	}

	function save( { attributes } ) {
		return el( 'div', useBlockProps.save(), el( RawHTML, null, attributes.html ) );
	}

	wp.blocks.registerBlockType( 'summary-card/card', { edit, save } );
} )( window.wp );
